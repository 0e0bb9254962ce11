// The pages of a PDF, drawn one below the other: the very bytes that would be saved.
import { useEffect, useRef, useState } from 'react'
import { ErrorNote } from './ErrorNote.tsx'
import { openPdf, type PdfDocument } from './open-pdf.ts'
import classes from './PdfPreview.module.css'

interface PdfPreviewProps {
  /** Undefined while it is being made. */
  readonly bytes: Uint8Array | undefined
  readonly waiting: string
  readonly pageLabel: (page: number, pages: number) => string
}

export function PdfPreview({ bytes, waiting, pageLabel }: PdfPreviewProps) {
  const [shown, setShown] = useState<PdfDocument | null>(null)
  const [error, setError] = useState<unknown>(null)

  useEffect(() => {
    if (!bytes) return undefined
    let isCurrent = true
    openPdf(bytes).then(
      (pdf) => (isCurrent ? setShown(pdf) : void pdf.loadingTask.destroy()),
      (thrown: unknown) => isCurrent && setError(thrown),
    )
    return () => {
      isCurrent = false
    }
  }, [bytes])
  // The pages on screen stay until the next ones are there; then the document behind them may go.
  useEffect(() => () => void shown?.loadingTask.destroy(), [shown])

  if (error !== null) return <ErrorNote error={error} />
  if (!shown) return <div className={classes['waiting']} role="status" aria-label={waiting} />
  return (
    <div className={classes['pages']}>
      {Array.from({ length: shown.numPages }, (_, index) => (
        <PdfPage key={index} pdf={shown} number={index + 1} label={pageLabel(index + 1, shown.numPages)} />
      ))}
    </div>
  )
}

function PdfPage({ pdf, number, label }: { readonly pdf: PdfDocument; readonly number: number; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [error, setError] = useState<unknown>(null)

  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    let stop = () => {}
    let isCurrent = true
    const draw = async () => {
      const page = await pdf.getPage(number)
      if (!isCurrent) return
      const { width } = page.getViewport({ scale: 1 })
      const viewport = page.getViewport({ scale: (element.clientWidth * devicePixelRatio) / width })
      element.width = viewport.width
      element.height = viewport.height
      const task = page.render({ canvas: element, viewport })
      stop = () => task.cancel()
      await task.promise
    }
    draw().catch((thrown: unknown) => {
      // Cancelled because other pages have taken its place.
      if (isCurrent) setError(thrown)
    })
    return () => {
      isCurrent = false
      stop()
    }
  }, [pdf, number])

  if (error !== null) return <ErrorNote error={error} />
  return <canvas ref={canvas} role="img" aria-label={label} className={classes['page']} />
}
