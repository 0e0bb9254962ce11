// The clock beside the properties of a record, with the history behind it.
import { FieldHistory } from '#renderer/features/history/FieldHistory.tsx'
import type { PropertyClockProps } from '#renderer/ui/property-history.ts'
import { RECORD_TABLES } from './record-tables.ts'

export function PropertyClock({ recordType, id, field, label, isReadOnly }: PropertyClockProps) {
  return <FieldHistory of={{ table: RECORD_TABLES[recordType], id, isReadOnly }} field={field} label={label} />
}
