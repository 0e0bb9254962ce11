// One of the values that crossed: what it says, who wrote it when and on which machine, and the button that takes it.
import { Button } from '@mantine/core'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { Claim } from '#shared/conflicts/conflict.ts'
import classes from './Conflict.module.css'
import { writtenText } from './conflict-words.ts'

interface ClaimBoxProps {
  readonly role: string
  readonly claim: Claim
  readonly text: string
  /** What stood there before, where the values that crossed did not all come from one. */
  readonly base?: string | null
  readonly isStanding?: boolean
  readonly button: { readonly text: string; readonly label: string; readonly act: string; readonly run: () => void }
  readonly isBusy: boolean
}

export function ClaimBox({ role, claim, text, base = null, isStanding = false, button, isBusy }: ClaimBoxProps) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={classes['claim']} data-stands={isStanding || undefined}>
      <span className={classes['role']}>{role}</span>
      <span className={classes['value']}>{text}</span>
      {base !== null && <span className={classes['own_base']}>{base}</span>}
      <span className={classes['by']}>
        <time dateTime={claim.at} title={format.moment(claim.at)}>
          {writtenText(t, format, claim)}
        </time>
      </span>
      <div>
        <Button size="xs" variant="default" aria-label={button.label} data-act={button.act} loading={isBusy} onClick={button.run}>
          {button.text}
        </Button>
      </div>
    </div>
  )
}
