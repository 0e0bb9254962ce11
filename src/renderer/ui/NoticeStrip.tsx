// Above every page: something to be told once, in as many lines as it needs, until it is closed.
import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './NoticeStrip.module.css'

interface NoticeStripProps {
  readonly text: string
  /** What leads to where something can be done about it. */
  readonly link?: ReactNode
  readonly onClose: () => void
}

export function NoticeStrip({ text, link, onClose }: NoticeStripProps) {
  const t = useT()
  return (
    <section className={classes['strip']} aria-label={t('base.notice')}>
      <IconInfoCircle size={16} stroke={1.5} aria-hidden />
      <p>
        {text} {link}
      </p>
      <Button size="compact-sm" variant="default" onClick={onClose}>
        {t('base.close')}
      </Button>
    </section>
  )
}
