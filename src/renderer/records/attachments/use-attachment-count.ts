// How many files a record has, for the title of its tab.
import { useQuery } from '@tanstack/react-query'
import { useApi } from '#renderer/api/api-context.tsx'
import type { RecordPlace } from './use-add-files.tsx'

/** Undefined until it is known. */
export const useAttachmentCount = ({ recordType, recordId }: RecordPlace): number | undefined =>
  useQuery(useApi().attachments.count({ recordType, recordId })).data?.count
