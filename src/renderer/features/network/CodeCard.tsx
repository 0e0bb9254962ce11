// A code for one new computer: shown large while it is open, with what is left of it, and what became of it.
import { Button, Group, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { Fragment, useEffect, useEffectEvent, useRef } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import classes from './Network.module.css'
import { countdownText } from './network-words.ts'
import { type CodeState, useCode } from './use-code.ts'

const ALL_TRIES = 3

export function CodeCard({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  const api = useApi()
  const { state, forget } = useCode(status)
  const invite = useAction(api.network.invite())
  const show = useRef<HTMLButtonElement>(null)
  const withdraw = useAction(api.network.withdraw(), {
    onDone: () => {
      forget()
      // The button that had the focus is gone with the code.
      show.current?.focus()
    },
  })
  const isOpen = state.kind === 'open'

  return (
    <section className={classes['way']} aria-label={t('network_page.code')}>
      <Title order={3}>{t('network_page.code')}</Title>
      {!isOpen && <Text c="dimmed">{t('network_page.code_text')}</Text>}
      {isOpen && (
        <OpenCode key={state.code} state={state} addresses={status.addresses} isAskedFor={invite.isPending || invite.isSuccess} />
      )}
      <div role="status">
        <Outcome state={state} />
      </div>
      <Group gap="sm">
        <Button ref={show} variant={isOpen ? 'default' : 'filled'} loading={invite.isPending} onClick={() => invite.mutate({})}>
          {t(isOpen ? 'network_page.code_new' : state.kind === 'none' ? 'network_page.code_show' : 'network_page.code_again')}
        </Button>
        {isOpen && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({})}>
            {t('network_page.code_withdraw')}
          </Button>
        )}
      </Group>
    </section>
  )
}

interface OpenCodeProps {
  readonly state: Extract<CodeState, { readonly kind: 'open' }>
  readonly addresses: readonly string[]
  /** Who asked for it here is led to it, and hears it read out. */
  readonly isAskedFor: boolean
}

function OpenCode({ state: { code, msLeft, triesLeft }, addresses, isAskedFor }: OpenCodeProps) {
  const t = useT()
  const box = useRef<HTMLOutputElement>(null)
  const leadThere = useEffectEvent(() => {
    if (!isAskedFor) return
    box.current?.focus()
    box.current?.closest('section')?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => leadThere(), [])
  const grouped = `${code.slice(0, 4)} ${code.slice(4)}`

  return (
    <>
      <output ref={box} tabIndex={-1} className={classes['code']} aria-label={t('network_page.code_label', { code: grouped })}>
        <span>{code.slice(0, 4)}</span>
        <span>{code.slice(4)}</span>
      </output>
      {triesLeft < ALL_TRIES && <Sign isSentence icon={IconAlertTriangle} tone="warn" text={t('network_page.code_wrong')} />}
      <Text className={classes['figures'] ?? ''}>
        {t('network_page.code_tries', { time: countdownText(msLeft), count: triesLeft })}
      </Text>
      {addresses.length > 0 && (
        <div>
          <Text c="dimmed">{t('network_page.code_addresses')}</Text>
          <ul className={classes['addresses']}>
            {addresses.map((address) => (
              <li key={address}>
                {address.split(/(?<=:)/u).map((part, index) => (
                  // A long one is broken between its numbers, not within one.
                  <Fragment key={index}>
                    {part}
                    <wbr />
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Outcome({ state }: { readonly state: CodeState }) {
  const t = useT()
  switch (state.kind) {
    case 'used':
      return <Sign isSentence icon={IconCircleCheck} tone="good" text={t('network_page.code_used', { name: state.name })} />
    case 'joining':
      return <Sign isSentence icon={IconInfoCircle} tone="quiet" text={t('network_page.code_joining', { name: state.name })} />
    case 'expired':
      return <Sign isSentence icon={IconInfoCircle} tone="quiet" text={t('network_page.code_expired')} />
    case 'ended':
      return <Sign isSentence icon={IconAlertTriangle} tone="warn" text={t('network_page.code_ended')} />
    case 'open':
    case 'none':
      return null
  }
}
