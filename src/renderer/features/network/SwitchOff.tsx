// The network while it is on: how it is doing, in a sentence, where the others reach this computer, and the way to switch it off.
import { Button, Group, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { JoinAgain } from './JoinAgain.tsx'
import classes from './Network.module.css'
import { saidText } from './network-words.ts'
import { signOf } from './state-signs.ts'
import { useSteady } from './use-steady.ts'

/** Of the addresses that a computer has, the likeliest come first. */
const MOST_ADDRESSES = 2

export function SwitchOff({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  const turn = useAction(useApi().network.switch())
  const shown = useSteady(status) ?? status
  const addresses = status.addresses.slice(0, MOST_ADDRESSES)

  return (
    <section className={classes['state']} aria-label={t('network_page.state')}>
      <div>
        <Sign isSentence {...signOf(shown)} text={saidText(t, shown.sentence)} />
        {addresses.length > 0 && <Text c="dimmed">{t('network_page.reached', { addresses })}</Text>}
      </div>
      <Group gap="sm">
        <JoinAgain sentence={status.sentence} />
        <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate({ isOn: false })}>
          {t('network_page.switch_off')}
        </Button>
      </Group>
    </section>
  )
}
