// The network while it is off: what switching it on means, what the system will ask, and the name that the others will see.
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { IconDatabase, IconLock, IconShield, IconWifi, type TablerIcon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { nameError } from '#renderer/ui/NameInput.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { JoinAgain } from './JoinAgain.tsx'
import classes from './Network.module.css'
import { saidText } from './network-words.ts'
import { signOf } from './state-signs.ts'

export function SwitchOn({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  const about = useQuery(useShell().about({}))
  const [typed, setTyped] = useState<string | null>(null)
  const turn = useAction(useApi().network.switch(), { errors: 'caller' })
  const name = typed ?? status.name ?? about.data?.computer ?? ''
  const isAboutName = (turn.error?.details.issues?.length ?? 0) > 0

  return (
    <Sections>
      <Section title={t('network_page.off.means')}>
        <ul className={classes['means']}>
          <Meaning icon={IconWifi} text={t('network_page.off.listens')} />
          <Meaning icon={IconDatabase} text={t('network_page.off.everything')} />
          <Meaning icon={IconLock} text={t('network_page.off.encrypted')} />
          {about.data && <Meaning icon={IconShield} text={t(`network_page.off.firewall.${systemOf(about.data.platform)}`)} />}
        </ul>
      </Section>
      <Section
        title={t('network_page.off.title')}
        text={t(status.name === null ? 'network_page.off.text' : 'network_page.off.again')}
      >
        {status.state === 'trouble' && <Sign isSentence {...signOf(status)} text={saidText(t, status.sentence)} />}
        <JoinAgain sentence={status.sentence} />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            turn.mutate({ isOn: true, name })
          }}
        >
          <Stack gap="md" align="flex-start">
            <TextInput
              w="100%"
              label={t('network_page.name')}
              description={t('network_page.name_help')}
              value={name}
              error={isAboutName && turn.error && nameError(t, turn.error)}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value)
                turn.reset()
              }}
            />
            {turn.error && !isAboutName && <ErrorNote error={turn.error} />}
            <Button type="submit" loading={turn.isPending} disabled={name.trim() === ''}>
              {t('network_page.switch_on')}
            </Button>
          </Stack>
        </form>
      </Section>
    </Sections>
  )
}

function Meaning({ icon: Icon, text }: { readonly icon: TablerIcon; readonly text: string }) {
  return (
    <li>
      <Icon size={18} stroke={1.5} aria-hidden />
      <Text>{text}</Text>
    </li>
  )
}

/** `win32 x64` asks otherwise than `darwin arm64`; all others are like Linux. */
const systemOf = (platform: string): 'win32' | 'darwin' | 'linux' => {
  const [system] = platform.split(' ')
  return system === 'win32' || system === 'darwin' ? system : 'linux'
}
