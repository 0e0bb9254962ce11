// Where files are chosen, or dropped. Nothing else on the page takes a drop, so the whole of it does.
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
  readonly onDrop: (files: readonly File[]) => void
  /** Under the box. */
  readonly children?: ReactNode
}

export function DropZone({ title, text, button, hint, isBusy, onChoose, onDrop, children }: DropZoneProps) {
  return (
    <DropArea label={title} onDrop={onDrop}>
      <div className={classes['page']}>
        <div className={classes['box']}>
          <Title order={2}>{title}</Title>
          <Text c="dimmed">{text}</Text>
          <div className={classes['choice']}>
            <Button loading={isBusy} onClick={onChoose}>
              {button}
            </Button>
            <Text c="dimmed">{hint}</Text>
          </div>
        </div>
        {children}
      </div>
    </DropArea>
  )
}

interface DropAreaProps {
  readonly label: string
  readonly onDrop: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** Takes files wherever on it they are dropped, and shows that it would. */
export function DropArea({ label, onDrop, children }: DropAreaProps) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setIsOver(false)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (event.dataTransfer.files.length > 0) onDrop([...event.dataTransfer.files])
  }

  return (
    <section
      aria-label={label}
      className={classes['zone']}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
    </section>
  )
}
