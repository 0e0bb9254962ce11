// The picture of a company or person, as it came with their card; nothing while there is none, or none that can be shown.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { BytesImage } from '#renderer/ui/files/BytesImage.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { useArrivals } from './use-arrivals.ts'
import { useFileContent } from './use-file-content.ts'

/** Larger ones are looked at among the files. */
const MOST_BYTES = 5 * 1024 * 1024

interface RecordPhotoState {
  readonly picture: { readonly id: string; readonly mimeType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null
  /** It is drawn, or there is none to draw: paper waits for it. */
  readonly isSettled: boolean
  readonly onDrawn: (id: string) => void
  readonly onBroken: (id: string) => void
}

export const useRecordPhoto = (recordType: RecordType, recordId: string): RecordPhotoState => {
  const photo = useQuery(useApi().attachments.photo({ recordType, recordId }))
  const [drawnId, setDrawnId] = useState<string | null>(null)
  const [brokenId, setBrokenId] = useState<string | null>(null)
  const file = photo.data ?? null
  const isShown = file !== null && file.size <= MOST_BYTES && file.id !== brokenId
  const arrivals = useArrivals(recordType, recordId)
  const isHere = arrivals.isKnown && (file === null || !arrivals.of(file.id))
  const content = useFileContent(file?.id ?? '', isShown && isHere ? MOST_BYTES : 0)
  const isNone = photo.isError || content.isError || (photo.isSuccess && (!isShown || (arrivals.isKnown && !isHere)))
  return {
    picture: isShown && content.data ? { id: file.id, mimeType: file.mimeType, bytes: content.data } : null,
    isSettled: isNone || (file !== null && file.id === drawnId),
    onDrawn: setDrawnId,
    onBroken: setBrokenId,
  }
}

export function RecordPhoto({ photo: { picture, onDrawn, onBroken } }: { readonly photo: RecordPhotoState }) {
  if (picture === null) return null
  const { id, mimeType, bytes } = picture
  return <BytesImage key={id} bytes={bytes} mimeType={mimeType} alt="" onLoad={() => onDrawn(id)} onError={() => onBroken(id)} />
}
