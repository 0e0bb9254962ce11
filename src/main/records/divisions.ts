// China's provinces, cities and counties, read when a text is pasted for the first time.
import { areaList } from '@vant/area-data'
import { type Divisions, readDivisions } from '#shared/records/paste/divisions.ts'

let divisions: Divisions | undefined

export const chinaDivisions = (): Divisions =>
  (divisions ??= readDivisions({
    provinces: areaList.province_list,
    cities: areaList.city_list,
    counties: areaList.county_list,
  }))
