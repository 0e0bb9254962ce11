// What is the matter with something, each with its reason; who presses one is led to where it can be mended.
import { IconAlertTriangle, IconPointFilled } from '@tabler/icons-react'
import classes from './ReasonList.module.css'

export interface Reason {
  readonly id: string
  readonly subject: string
  readonly text: string
  readonly tone: 'alert' | 'warn'
  /** `null`: there is nothing to be led to. */
  readonly onOpen: (() => void) | null
}

interface ReasonListProps {
  readonly reasons: readonly Reason[]
  readonly openLabel: (subject: string) => string
}

export function ReasonList({ reasons, openLabel }: ReasonListProps) {
  return (
    <ul className={classes['list']}>
      {reasons.map(({ id, subject, text, tone, onOpen }) => {
        const Icon = tone === 'alert' ? IconAlertTriangle : IconPointFilled
        return (
          <li key={id} className={classes['reason']} data-tone={tone}>
            <Icon size={16} stroke={1.5} aria-hidden />
            <div>
              {onOpen ? (
                <button type="button" className={classes['subject']} aria-label={openLabel(subject)} onClick={onOpen}>
                  {subject}
                </button>
              ) : (
                <span>{subject}</span>
              )}
              <div className={classes['text']}>{text}</div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
