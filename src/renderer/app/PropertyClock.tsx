// The clock beside the properties of a record, with the history behind it.
import { FieldHistory } from '#renderer/features/history/FieldHistory.tsx'
import type { PropertyClockProps } from '#renderer/ui/property-history.ts'
import { recordPlaces } from '#shared/base/record-places.ts'

export function PropertyClock({ recordType, id, field, label, isReadOnly }: PropertyClockProps) {
  return <FieldHistory of={{ table: recordPlaces[recordType], id, isReadOnly }} field={field} label={label} />
}
