// A part of the screen onto which files may be dropped and pictures pasted. It says so only while something is held over it.
import { type DragEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { isField } from '../Shortcuts.tsx'
import classes from './DropArea.module.css'

interface DropAreaProps {
  readonly hint: string
  readonly isDisabled: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly onPaste: (files: readonly File[]) => void
  readonly children: ReactNode
}

export function DropArea({ hint, isDisabled, onFiles, onPaste, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false)
  // Entering a child fires before leaving its parent: only a count tells when all of it was left.
  const depth = useRef(0)
  const end = () => {
    depth.current = 0
    setIsOver(false)
  }
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { files = [], types = [] } = event.clipboardData ?? {}
    // A text with a picture beside it, as from a spreadsheet, pasted into a field is meant as text.
    if (isDisabled || event.defaultPrevented || files.length === 0 || (isField(event.target) && types.includes('text/plain')))
      return
    event.preventDefault()
    onPaste([...files])
  })
  // Where nothing has the focus, the page as a whole hears of a paste.
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event)
    window.addEventListener('paste', listener)
    return () => window.removeEventListener('paste', listener)
  }, [])
  if (isDisabled) return <div className={classes['area']}>{children}</div>

  const enter = (event: DragEvent) => {
    if (!hasFiles(event)) return
    depth.current += 1
    setIsOver(true)
  }
  const leave = (event: DragEvent) => {
    if (!hasFiles(event)) return
    depth.current -= 1
    if (depth.current <= 0) end()
  }
  const over = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    end()
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div className={classes['area']} onDragEnter={enter} onDragLeave={leave} onDragOver={over} onDrop={drop}>
      {children}
      {isOver && (
        <div className={classes['over']} role="status">
          <span className={classes['hint']}>{hint}</span>
        </div>
      )}
    </div>
  )
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')
