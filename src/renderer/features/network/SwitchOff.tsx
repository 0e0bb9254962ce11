// The network while it is on: how it is doing, in a sentence, where the others reach this computer, and the way to switch it off.
import { Button, Group, Text } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Translate } from '#renderer/i18n/translate.ts'
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
        <Sign isSentence {...signOf(shown)} text={stateText(t, shown)} />
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

/** The trouble with one computer stands in its row below, and is not told here, too. */
const stateText = (t: Translate, { sentence, devices }: NetworkStatus): string => {
  const inTrouble = devices.filter(({ trouble }) => trouble !== null)
  const isBelow = inTrouble.some(({ trouble }) => trouble?.replace('network.end.', 'network.trouble.') === sentence.messageKey)
  return isBelow ? t('network_page.trouble_below', { names: inTrouble.map(({ name }) => name) }) : saidText(t, sentence)
}
