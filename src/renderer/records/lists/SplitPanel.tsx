// The frame of the record beside a list: its place in the list, the way to the next, its width, and the way out.
import { ActionIcon } from '@mantine/core'
import { IconArrowsMaximize, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import classes from './SplitPanel.module.css'
import { useKept } from './use-kept.ts'

const NARROWEST = 360
const WIDEST = 720
const USUAL = 460
const STEP = 20

interface SplitPanelProps {
  /** From 1; `null` where the record is not in the list any more. */
  readonly place: number | null
  readonly count: number
  readonly onStep: (step: 1 | -1) => void
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export function SplitPanel({ place, count, onStep, onOpen, onClose, children }: SplitPanelProps) {
  const t = useT()
  const { value, keep } = useKept('list panel width')
  const kept = Number(value ?? USUAL)
  const [pulled, setPulled] = useState<number | null>(null)
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const width = pulled ?? (kept >= NARROWEST && kept <= WIDEST ? kept : USUAL)
  const within = (next: number) => Math.max(NARROWEST, Math.min(WIDEST, Math.round(next)))

  useShortcuts([
    { keys: 'mod+arrowdown', label: t('lists.panel.next'), group: 'list', run: () => onStep(1) },
    { keys: 'mod+arrowup', label: t('lists.panel.previous'), group: 'list', run: () => onStep(-1) },
  ])
  const endPull = () => {
    from.current = null
    if (pulled !== null) keep(String(pulled))
    setPulled(null)
  }
  const onResizeKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0
    if (step === 0) return
    event.preventDefault()
    keep(String(within(width + step)))
  }
  return (
    <aside aria-label={t('lists.panel.label')} className={classes['panel']} style={{ width }}>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('lists.panel.resize')}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        tabIndex={0}
        className={classes['edge']}
        onKeyDown={onResizeKey}
        onPointerDown={(event: PointerEvent<HTMLElement>) => {
          from.current = { x: event.clientX, width }
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={({ clientX }) => {
          if (from.current) setPulled(within(from.current.width + from.current.x - clientX))
        }}
        onPointerUp={endPull}
        onPointerCancel={endPull}
      />
      <div className={classes['head']}>
        <ActionIcon size={28} aria-label={t('lists.panel.close')} title={t('lists.panel.close')} onClick={onClose}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <span className={classes['place']} aria-live="polite">
          {place === null ? t('lists.panel.gone') : t('lists.panel.place', { place, count })}
        </span>
        <ActionIcon
          size={28}
          aria-label={t('lists.panel.previous')}
          title={t('lists.panel.previous')}
          disabled={place === 1}
          onClick={() => onStep(-1)}
        >
          <IconChevronUp size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={28}
          aria-label={t('lists.panel.next')}
          title={t('lists.panel.next')}
          disabled={place === count}
          onClick={() => onStep(1)}
        >
          <IconChevronDown size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <ActionIcon size={28} aria-label={t('lists.panel.open')} title={t('lists.panel.open')} onClick={onOpen}>
          <IconArrowsMaximize size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes['body']}>{children}</div>
    </aside>
  )
}
