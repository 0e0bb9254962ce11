// Above a page that can be worked on: something comes in meanwhile, and how far it is.
import { Progress } from '@mantine/core'
import classes from './ProgressStrip.module.css'

interface ProgressStripProps {
  readonly text: string
  /** From 0 to 1. */
  readonly ratio: number
}

export function ProgressStrip({ text, ratio }: ProgressStripProps) {
  return (
    <div className={classes['strip']}>
      <span className={classes['text']}>{text}</span>
      <Progress className={classes['bar'] ?? ''} value={ratio * 100} size="sm" aria-label={text} />
    </div>
  )
}
