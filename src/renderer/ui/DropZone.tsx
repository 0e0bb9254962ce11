// Where a file is chosen, or dropped. Nothing else on the page takes a drop, so the whole of it does.
import { Button, Text, Title } from '@mantine/core'
import { type DragEvent, type ReactNode, useState } from 'react'
import classes from './DropZone.module.css'

interface DropZoneProps {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly hint: string
  readonly isBusy: boolean
  readonly onChoose: () => void
  readonly onDrop: (file: File) => void
  readonly children?: ReactNode
}

export function DropZone({ title, text, button, hint, isBusy, onChoose, onDrop, children }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onDrop(file)
  }

  return (
    <section
      aria-label={title}
      className={classes['zone']}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className={classes['box']}>
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{text}</Text>
        <div className={classes['choice']}>
          <Button loading={isBusy} onClick={onChoose}>
            {button}
          </Button>
          <Text c="dimmed">{hint}</Text>
        </div>
        {children}
      </div>
    </section>
  )
}
