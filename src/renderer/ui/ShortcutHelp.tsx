// The list of keys that `?` shows: those of the frame, of lists, and of the page in front.
import { Button, Group, Kbd, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { MessageKey } from '#shared/messages.ts'
import { keyName } from './key-text.ts'
import type { Shortcut } from './shortcut.ts'

const GROUPS = ['everywhere', 'go', 'list', 'page'] as const

interface ShortcutHelpProps {
  readonly shortcuts: readonly Shortcut[] | null
  readonly onClose: () => void
}

export function ShortcutHelp({ shortcuts, onClose }: ShortcutHelpProps) {
  const t = useT()
  const settings = useQuery({ ...useApi().settings.get({}), enabled: shortcuts !== null })
  const print = useAction(useShell().print())
  const titles: Readonly<Record<Shortcut['group'], MessageKey>> = {
    everywhere: 'base.keys.group.everywhere',
    go: 'base.keys.group.go',
    list: 'base.keys.group.list',
    page: 'base.keys.group.page',
  }
  const isList = shortcuts?.some(({ group, keys }) => group === 'list' && keys === 'j')
  const own: Omit<Shortcut, 'run'>[] = [
    { keys: '?', label: t('base.keys.help'), group: 'everywhere' },
    // The list itself hears these while it has the focus.
    ...(isList ? [{ keys: 'enter', label: t('base.keys.open'), group: 'list' as const }] : []),
  ]

  return (
    <Modal opened={shortcuts !== null} onClose={onClose} title={t('base.keys.title')} size="lg">
      <SimpleGrid cols={2} spacing="xl" verticalSpacing="lg">
        {GROUPS.map((group) => {
          const keys = [...(shortcuts ?? []), ...own].filter((shortcut) => shortcut.group === group)
          if (keys.length === 0) return null
          return (
            <Stack key={group} gap="xs">
              <Title order={3}>{t(titles[group])}</Title>
              {keys.map((shortcut) => (
                <Group
                  key={shortcut.keys}
                  justify="space-between"
                  wrap="nowrap"
                  data-keys={shortcut.keys}
                  data-label={shortcut.label}
                >
                  <Text>{shortcut.label}</Text>
                  <KeyCaps keys={shortcut.keys} />
                </Group>
              ))}
            </Stack>
          )
        })}
      </SimpleGrid>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="default"
          loading={print.isPending}
          onClick={() => print.mutate({ page: 'keys', paper: settings.data?.paper ?? 'A4' })}
        >
          {t('base.keys.print')}
        </Button>
      </Group>
    </Modal>
  )
}

/** `mod+k` as Ctrl K, `g d` as g then d. */
export function KeyCaps({ keys, isDecoration = false }: { readonly keys: string; readonly isDecoration?: boolean }) {
  const t = useT()
  return (
    <Group gap={4} wrap="nowrap" aria-hidden={isDecoration}>
      {(keys === ' ' ? [keys] : keys.split(' ')).map((step, index) => (
        <Group key={step} gap={4} wrap="nowrap">
          {index > 0 && (
            <Text span size="xs" c="dimmed">
              {t('base.keys.then')}
            </Text>
          )}
          {step.split('+').map((key) => (
            <Kbd key={key} size="xs">
              {keyName(key)}
            </Kbd>
          ))}
        </Group>
      ))}
    </Group>
  )
}
