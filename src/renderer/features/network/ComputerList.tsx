// Every computer of the office, this one first, with what can be done about it, and those that were let in and have not come yet.
import { Menu } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import { useFocusKept } from '#renderer/ui/use-focus-back.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { AddAddress } from './AddAddress.tsx'
import { ComputerRow } from './ComputerRow.tsx'
import { JoiningRow } from './JoiningRow.tsx'
import classes from './Network.module.css'
import { RemoveComputer } from './RemoveComputer.tsx'
import { RenameComputer } from './RenameComputer.tsx'

type Device = NetworkStatus['devices'][number]
type Open =
  | { readonly dialog: 'rename' | 'address' | 'remove'; readonly device: Device }
  | { readonly dialog: 'removeJoining'; readonly device: NetworkStatus['joining'][number] }

export function ComputerList({ status: { devices, joining, signs } }: { readonly status: NetworkStatus }) {
  const t = useT()
  const [open, setOpen] = useState<Open | null>(null)
  const speakAgain = useAction(useApi().network.speakAgain())
  const close = () => setOpen(null)
  useFocusKept(devices.length + joining.length)
  const sorted = devices.toSorted((a, b) => Number(b.isThis) - Number(a.isThis))

  return (
    <>
      <ul className={classes['computers']} aria-label={t('network_page.computers')}>
        {sorted.map((device) => (
          <ComputerRow key={device.id} device={device} signs={signs[device.id]}>
            <MoreMenu label={t('network_page.actions', { name: device.name })}>
              {/* What its trouble leads to stands first. */}
              {device.trouble === 'network.end.left_alone' && (
                <Menu.Item onClick={() => speakAgain.mutate({ deviceId: device.id })}>{t('network_page.speak_again')}</Menu.Item>
              )}
              {device.letter !== '' && (
                <Menu.Item onClick={() => setOpen({ dialog: 'rename', device })}>{t('network_page.rename')}</Menu.Item>
              )}
              {!device.isThis && (
                <>
                  <Menu.Item onClick={() => setOpen({ dialog: 'address', device })}>{t('network_page.address')}</Menu.Item>
                  <Menu.Item onClick={() => setOpen({ dialog: 'remove', device })}>{t('network_page.remove')}</Menu.Item>
                </>
              )}
            </MoreMenu>
          </ComputerRow>
        ))}
        {joining.map((device) => (
          <JoiningRow key={device.id} device={device} signs={signs[device.id]}>
            <MoreMenu label={t('network_page.actions', { name: device.name })}>
              <Menu.Item onClick={() => setOpen({ dialog: 'removeJoining', device })}>{t('network_page.remove')}</Menu.Item>
            </MoreMenu>
          </JoiningRow>
        ))}
      </ul>
      {open?.dialog === 'rename' && <RenameComputer device={open.device} onClose={close} />}
      {open?.dialog === 'address' && <AddAddress device={open.device} onClose={close} />}
      {open?.dialog === 'remove' && <RemoveComputer hasCome device={open.device} onClose={close} />}
      {/* Once it has come, its removal is another matter. */}
      {open?.dialog === 'removeJoining' && joining.some(({ id }) => id === open.device.id) && (
        <RemoveComputer hasCome={false} device={open.device} onClose={close} />
      )}
    </>
  )
}
