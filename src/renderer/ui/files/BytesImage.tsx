// A picture that lies in memory. It is shown by an address of its own, which is taken back with it.
import { useCallback } from 'react'

interface BytesImageProps {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mimeType: string
  /** Empty where the words beside it say the same. */
  readonly alt: string
  readonly onLoad?: (() => void) | undefined
  readonly onError: () => void
}

export function BytesImage({ bytes, mimeType, alt, onLoad, onError }: BytesImageProps) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([bytes], { type: mimeType }))
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [bytes, mimeType],
  )
  return <img ref={show} alt={alt} onLoad={onLoad} onError={onError} />
}
