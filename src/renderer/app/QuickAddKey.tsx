// `q` anywhere: to the quick line of the screen in front, or to one of its own.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { QuickAdd } from '#renderer/features/activities/QuickAdd.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'

export function QuickAddKey() {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)

  useShortcuts([
    {
      keys: 'q',
      label: t('quick_add.key'),
      group: 'everywhere',
      run: () => {
        const onScreen = document.querySelector<HTMLInputElement>('[data-quick-add]')
        if (onScreen) onScreen.focus()
        else setIsOpen(true)
      },
    },
  ])
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('quick_add.label')}
      size={680}
      closeButtonProps={{ 'aria-label': t('base.close') }}
    >
      <QuickAdd onDone={close} />
    </Modal>
  )
}
