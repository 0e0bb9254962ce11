// The star and the tags of a record whose page has an answer without them: asked for on their own.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { FavouriteStar } from './FavouriteStar.tsx'
import { TagLine } from './TagLine.tsx'

interface RecordMarkProps {
  readonly recordType: RecordType
  readonly record: { readonly id: string; readonly name: string }
}

export function RecordStar({ recordType, record }: RecordMarkProps) {
  const favourites = useQuery(useApi().favourites.list({}))
  const isFavourite = favourites.data?.some(({ recordId }) => recordId === record.id) ?? false
  return <FavouriteStar recordType={recordType} record={record} isFavourite={isFavourite} />
}

export function RecordTags({ recordType, record, isReadOnly }: RecordMarkProps & { readonly isReadOnly: boolean }) {
  const tags = useQuery(useApi().tags.of({ recordType, recordId: record.id }))
  if (!tags.isSuccess) return null
  return <TagLine recordType={recordType} record={record} tags={tags.data} isReadOnly={isReadOnly} />
}
