// The network while it is on: how it is doing, in a sentence, and the way to switch it off.
import { Button, Group, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { saidText } from './network-words.ts'
import { signOf } from './state-signs.ts'
import { useSteady } from './use-steady.ts'

export function SwitchOff({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  const turn = useAction(useApi().network.switch())
  const shown = useSteady(status) ?? status

  return (
    <Section title={t('network_page.here')} text={t('network_page.switched_off_text')}>
      <div>
        {status.name !== null && <Text fw={600}>{status.name}</Text>}
        <Sign isSentence {...signOf(shown)} text={saidText(t, shown.sentence)} />
        {status.port !== null && <Text c="dimmed">{t('network_page.port', { port: String(status.port) })}</Text>}
      </div>
      <Group>
        <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate({ isOn: false })}>
          {t('network_page.switch_off')}
        </Button>
      </Group>
    </Section>
  )
}
