// The computers of the office: what switching the network on means, and, once it is on, who belongs to it and how they are doing.
import { Box, Text, Title } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { useFocusKept } from '#renderer/ui/use-focus-back.ts'
import { computers } from '#shared/help/topics/computers.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import { AddComputer } from './AddComputer.tsx'
import { CheckRecords } from './CheckRecords.tsx'
import { ComputerList } from './ComputerList.tsx'
import { ConnectionTest } from './ConnectionTest.tsx'
import { HelpLink } from './HelpLink.tsx'
import { KeepFiles } from './KeepFiles.tsx'
import { RemovedComputers } from './RemovedComputers.tsx'
import { SearchComputers } from './SearchComputers.tsx'
import { SwitchOff } from './SwitchOff.tsx'
import { SwitchOn } from './SwitchOn.tsx'
import { useNetworkStatus } from './use-network-status.ts'

export function NetworkPage() {
  const t = useT()
  const status = useNetworkStatus()
  useFocusKept(status.data?.isOn)

  return (
    <>
      <Title order={2}>{t('network_page.title')}</Title>
      <Text c="dimmed" maw={680}>
        {t('network_page.about')}
      </Text>
      <Box mb="xl">
        <HelpLink topic={computers} />
      </Box>
      {status.isPending && <Pending lines={4} />}
      {status.isError && (
        <Box mb="xl">
          <ErrorNote error={status.error} onRetry={() => void status.refetch()} />
        </Box>
      )}
      {status.data && (status.data.isOn ? <Office status={status.data} /> : <SwitchOn status={status.data} />)}
    </>
  )
}

function Office({ status }: { readonly status: NetworkStatus }) {
  const t = useT()
  return (
    <Sections>
      <Section isWide title={t('network_page.computers')}>
        <SwitchOff status={status} />
        <ComputerList status={status} />
        <CheckRecords devices={status.devices} />
        <SearchComputers devices={status.devices} />
        <KeepFiles />
        <RemovedComputers removed={status.removed} />
      </Section>
      <AddComputer status={status} />
      <ConnectionTest />
    </Sections>
  )
}
