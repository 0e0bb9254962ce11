// What is edited below a part of the filter's bar. It keeps the keyboard, and a click on the page closes it.
import { Button, Popover } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { usePageClick } from '#renderer/ui/use-page-click.ts'
import panel from './FilterPanel.module.css'

interface FilterPopoverProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What it hangs on. */
  readonly target: ReactNode
  readonly targetProps?: { readonly className?: string | undefined; readonly 'data-broken'?: true | undefined }
  /** One condition, or the room for groups of them. */
  readonly size: 'chipPanel' | 'panel'
  readonly children: ReactNode
}

export function FilterPopover({ isOpen, onClose, target, targetProps, size, children }: FilterPopoverProps) {
  const t = useT()
  const ref = useRef<HTMLSpanElement>(null)
  usePageClick(isOpen, ref, onClose)

  return (
    <Popover
      opened={isOpen}
      onDismiss={onClose}
      closeOnClickOutside={false}
      withRoles={false}
      position="bottom-start"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span ref={ref} {...targetProps}>
          {target}
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('lists.filter.title')}>
        <div className={panel[size]}>
          {children}
          <div className={panel['foot']}>
            <Button size="compact-sm" variant="default" onClick={onClose}>
              {t('lists.filter.apply')}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
