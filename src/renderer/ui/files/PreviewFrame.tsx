// A file in front of the page, as large as the window allows: its name and place above, the way to its neighbours on both sides of it.
import { ActionIcon, Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import classes from './PreviewFrame.module.css'

interface PreviewFrameProps {
  /** For a reader of screens. */
  readonly label: string
  readonly name: string
  readonly place: string
  readonly previous: { readonly label: string; readonly go: (() => void) | null }
  readonly next: { readonly label: string; readonly go: (() => void) | null }
  readonly actions: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

export function PreviewFrame({ label, name, place, previous, next, actions, onClose, children }: PreviewFrameProps) {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent) => {
    const go = event.key === 'ArrowLeft' ? previous.go : event.key === 'ArrowRight' ? next.go : null
    if (!go || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go()
  }
  return (
    <Modal.Root opened onClose={onClose} fullScreen onKeyDown={onKeyDown}>
      <Modal.Content className={classes['frame']} aria-label={label}>
        <header className={classes['head']}>
          <span className={classes['name']} title={name}>
            <bdi>{name}</bdi>
          </span>
          <span className={classes['place']} aria-live="polite">
            {place}
          </span>
          <ActionIcon aria-label={previous.label} disabled={!previous.go} onClick={() => previous.go?.()}>
            <IconChevronLeft size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={next.label} disabled={!next.go} onClick={() => next.go?.()}>
            <IconChevronRight size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
          <span className={classes['actions']}>{actions}</span>
          <ActionIcon aria-label={t('base.close')} onClick={onClose} data-autofocus>
            <IconX size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </header>
        <div className={classes['body']}>{children}</div>
      </Modal.Content>
    </Modal.Root>
  )
}
