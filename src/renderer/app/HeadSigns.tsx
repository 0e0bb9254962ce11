// Beside the name of a record: what crossed on it, and who has it open too.
import { ConflictBadge } from '#renderer/features/conflicts/ConflictBadge.tsx'
import { AlsoHere } from '#renderer/records/AlsoHere.tsx'
import type { RecordType } from '#shared/base/fields.ts'

interface HeadSignsProps {
  readonly recordType: RecordType
  readonly recordId: string
  readonly name: string
}

export function HeadSigns({ recordType, recordId, name }: HeadSignsProps) {
  return (
    <>
      <ConflictBadge recordType={recordType} recordId={recordId} name={name} />
      <AlsoHere recordType={recordType} recordId={recordId} />
    </>
  )
}
