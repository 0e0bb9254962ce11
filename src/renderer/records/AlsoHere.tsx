// In the head of a record: who has it open at this moment too.
import { Group, Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Initials } from '#renderer/ui/Initials.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import { usePresence } from './use-presence.ts'

/** So many are shown and named; where there are more, the last of them stands for the rest. */
const MOST = 4

interface AlsoHereProps {
  readonly recordType: RecordType
  readonly recordId: string
}

export function AlsoHere({ recordType, recordId }: AlsoHereProps) {
  const t = useT()
  const here = usePresence(recordType, recordId)
  if (here === null) return null
  const { others } = here
  // What is to be read out has to stand there before it is filled.
  if (others.length === 0) return <span role="status" />
  const names = others.map(({ name, deviceName: device }) => (device === null ? name : t('presence.at', { name, device })))
  const named =
    names.length > MOST ? [...names.slice(0, MOST - 1), t('presence.others', { count: names.length - MOST + 1 })] : names
  return (
    <Group role="status" gap={6} wrap="nowrap" title={names.join('\n')}>
      {others.slice(0, MOST).map(({ userId, deviceName, name }) => (
        <span key={`${userId} ${deviceName}`} aria-hidden>
          <Initials name={name} />
        </span>
      ))}
      <Text span size="sm" c="dimmed" lineClamp={2}>
        {t('presence.also_here', { count: others.length, who: named })}
      </Text>
    </Group>
  )
}
