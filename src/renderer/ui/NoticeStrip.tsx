// Above every page: something to be told once, in as many lines as it needs, with what can be answered to it.
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './NoticeStrip.module.css'

interface NoticeStripProps {
  readonly text: string
  /** Small buttons. */
  readonly actions: ReactNode
}

export function NoticeStrip({ text, actions }: NoticeStripProps) {
  const t = useT()
  return (
    <section className={classes['strip']} aria-label={t('base.notice')}>
      <IconInfoCircle size={16} stroke={1.5} aria-hidden />
      <p>{text}</p>
      <div className={classes['actions']}>{actions}</div>
    </section>
  )
}
