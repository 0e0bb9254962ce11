// What a file looks like: a picture as large as there is room, a text as it was written, or words about why neither is shown.
import { useCallback, useState } from 'react'
import classes from './FileViews.module.css'

interface PictureViewProps {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mimeType: string
  readonly name: string
  /** Said where the bytes are no picture after all. */
  readonly broken: string
}

export function PictureView({ bytes, mimeType, name, broken }: PictureViewProps) {
  const [isBroken, setIsBroken] = useState(false)
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([bytes], { type: mimeType }))
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [bytes, mimeType],
  )

  if (isBroken) return <NoView text={broken} />
  return (
    <div className={classes['picture']}>
      <img ref={show} alt={name} onError={() => setIsBroken(true)} />
    </div>
  )
}

export function TextView({ text, note }: { readonly text: string; readonly note: string | null }) {
  return (
    <div className={classes['text']}>
      {note !== null && <p className={classes['note']}>{note}</p>}
      <pre>{text}</pre>
    </div>
  )
}

export function NoView({ text }: { readonly text: string }) {
  return <p className={classes['nothing']}>{text}</p>
}
