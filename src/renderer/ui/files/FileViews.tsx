// What a file looks like: a picture as large as there is room, a text as it was written, or words about why neither is shown.
import { useState } from 'react'
import { BytesImage } from './BytesImage.tsx'
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
  if (isBroken) return <NoView text={broken} />
  return (
    <div className={classes['picture']}>
      <BytesImage bytes={bytes} mimeType={mimeType} alt={name} onError={() => setIsBroken(true)} />
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
