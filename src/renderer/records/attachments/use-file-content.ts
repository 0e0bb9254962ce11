// The bytes of an attachment for its preview, fetched piece by piece and forgotten when the preview closes.
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useClient } from '#renderer/api/api-context.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import { READ_BYTES } from '#shared/attachments/attachments.contract.ts'

/** At most `most` bytes from its beginning. What a file holds never changes, so it is asked for once. */
export const useFileContent = (id: string, most: number): UseQueryResult<Uint8Array<ArrayBuffer>, AppError> => {
  const { api, queryClient } = useClient()
  return useQuery<Uint8Array<ArrayBuffer>, AppError>({
    queryKey: ['content of attachment', id, most],
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
    enabled: most > 0,
    queryFn: async ({ signal }) => {
      let held = new Uint8Array(0)
      for (let offset = 0; ;) {
        signal.throwIfAborted()
        const part = api.attachments.read({ id, offset, length: READ_BYTES })
        const { bytes, size } = await queryClient.fetchQuery({ ...part, staleTime: 0, gcTime: 0, structuralSharing: false })
        const wanted = Math.min(size, most)
        if (held.length < wanted) held = held.length === 0 ? new Uint8Array(wanted) : held
        held.set(bytes.subarray(0, wanted - offset), offset)
        offset += bytes.length
        if (offset >= wanted || bytes.length === 0) return held
      }
    },
  })
}
