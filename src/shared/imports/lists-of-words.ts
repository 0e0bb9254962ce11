// Whether a table may hold records at all. Lists of words that other tables point to, as categories, counties and units, hold none.
import type { InspectedColumn } from './inspection.ts'
import { entitySpecs } from './entities/entity-specs.ts'
import { foldHeading } from './fold-heading.ts'
import { foldWriting } from './fold-writing.ts'
import type { ImportEntity } from './plan.ts'
import { areFirms, proposeColumns } from './propose-columns.ts'

/** Headings that every list of words may have, whatever its words are about. */
const OF_WORDS = new Set(
  'id code key name title label value number no sort sortorder position description note notes remark remarks comment type kind category categories group status state active unit industry sector country region county city currency created createdat updatedat 编号 编码 代码 序号 名称 名字 标题 值 标签 描述 说明 备注 类型 类别 分类 分组 状态 单位 行业 国家 地区 省 省份 市 城市 区县 县 区 币种 货币 排序 创建时间 更新时间'
    .split(' ')
    .map(foldWriting),
)
const REACHED: readonly InspectedColumn['look'][] = ['email', 'phone', 'website', 'creditCode']

/** `Anna Berg`, `Jean-Luc de la Tour`; 张三 cannot be told from a word. */
const PERSON = /^\p{Lu}[\p{Ll}’'.-]+(?:[ -]\p{L}[\p{L}’'.-]*){1,3}$/u

const isOften = (samples: readonly string[], is: (sample: string) => boolean): boolean =>
  samples.length > 0 && samples.filter(is).length * 2 > samples.length

/** Whether some heading or value speaks of a record of this kind, or of how somebody is reached. */
export const mayHoldRecords = (columns: readonly InspectedColumn[], entity: ImportEntity | null): boolean => {
  if (columns.some(({ look, samples }) => REACHED.includes(look) || areFirms(samples))) return true
  if (entity === null) return false
  const fields = proposeColumns(entity, columns)
  const isTold = fields.some(
    (field, place) =>
      field !== null &&
      columns[place]?.look !== 'empty' &&
      !OF_WORDS.has(foldWriting(foldHeading(columns[place]?.heading ?? ''))),
  )
  if (isTold) return true
  // A bare name beside where it is: no list of words has both.
  const has = (...some: string[]): boolean => fields.some((field) => field !== null && some.includes(field.field))
  if (has(...entitySpecs[entity].named) && has('address', 'postcode')) return true
  const place = fields.findIndex((field) => field?.field === 'name')
  return isOften(columns[place]?.samples ?? [], (sample) => PERSON.test(sample))
}
