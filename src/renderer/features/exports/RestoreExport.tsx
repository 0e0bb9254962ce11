// Takes an exported folder into this workspace: what it holds is shown first, and who of its people the user is.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { LongWork } from './LongWork.tsx'

export function RestoreExport() {
  const t = useT()
  const [source, setSource] = useState<string | null>(null)
  const choose = useAction(useShell().chooseFolder(), { onDone: (chosen) => chosen && setSource(chosen.file) })

  return (
    <>
      <div>
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate({})}>
          {t('exports.page.in_button')}
        </Button>
      </div>
      {source !== null && <ChosenFolder key={source} source={source} onDone={() => setSource(null)} />}
    </>
  )
}

function ChosenFolder({ source, onDone }: { readonly source: string; readonly onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const api = useApi()
  const found = useQuery({ ...api.exports.inspect({ source }), gcTime: 0 })
  const me = useQuery(api.users.me({})).data
  const [chosen, setChosen] = useState<string | null>(null)
  const restore = useAction(api.exports.restore(), {
    errors: 'caller',
    said: ({ rows, files }) => t('exports.page.restored', { rows, files }),
    onDone,
  })
  if (found.isPending) return <Pending />
  if (found.isError) return <ErrorNote error={found.error} />
  if (restore.isPending) return <LongWork title={t('exports.page.restoring')} action={restore} />

  const { workspaceName, exportedAt, rows, files, people } = found.data
  const [onlyOne, ...others] = people
  // Who has the same name is most likely the same person, and so is the only one there is.
  const likely = people.find(({ name }) => name === me?.name) ?? (others.length === 0 ? onlyOne : undefined)
  const asUser = chosen ?? likely?.id ?? NOBODY
  return (
    <Stack gap="md" maw={480}>
      <Text>{t('exports.page.found', { name: workspaceName, day: format.day(format.dayOf(exportedAt)), rows, files })}</Text>
      <Select
        label={t('exports.page.as_user')}
        description={t('exports.page.as_help')}
        allowDeselect={false}
        data={[
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: NOBODY, label: t('exports.page.as_nobody') },
        ]}
        value={asUser}
        onChange={setChosen}
      />
      {restore.error && restore.error.code !== 'cancelled' && <ErrorNote error={restore.error} />}
      <Group>
        <Button onClick={() => restore.mutate({ source, asUserId: asUser === NOBODY ? null : asUser })}>
          {t('exports.page.restore', { rows })}
        </Button>
      </Group>
    </Stack>
  )
}

const NOBODY = 'nobody'
