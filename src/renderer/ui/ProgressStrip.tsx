// Above a page that can be worked on: something comes in meanwhile, and how far it is.
import { Progress } from '@mantine/core'
import { useId } from 'react'
import classes from './ProgressStrip.module.css'

interface ProgressStripProps {
  readonly text: string
  /** From 0 to 1. */
  readonly ratio: number
}

export function ProgressStrip({ text, ratio }: ProgressStripProps) {
  const id = useId()
  return (
    <section className={classes['strip']} aria-labelledby={id}>
      <span className={classes['text']} id={id}>
        {text}
      </span>
      <Progress className={classes['bar'] ?? ''} value={ratio * 100} size="sm" aria-label={text} />
    </section>
  )
}
