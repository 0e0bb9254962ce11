// The locked workspace: who, and the password; or the recovery key for who has forgotten it.
import { Anchor, Button, Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import type { WorkspaceStatus } from '#shared/workspace/workspace.contract.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { RecoverPage } from './RecoverPage.tsx'

export function LockPage({ users }: Pick<WorkspaceStatus, 'users'>) {
  const t = useT()
  const [userName, setUserName] = useState(users[0]?.name ?? null)
  const [password, setPassword] = useState('')
  const [isForgotten, setIsForgotten] = useState(false)
  const { workspace } = useApi()
  const unlock = useAction(workspace.unlock(), { errors: 'caller' })
  // This workspace stays as it is, and another one is made, joined or opened.
  const choose = useAction(workspace.choose(), { errors: 'caller' })

  if (isForgotten) return <RecoverPage userName={userName} onBack={() => setIsForgotten(false)} />
  return (
    <EntryFrame title={t('entry.lock.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          unlock.mutate({ userName, password })
        }}
      >
        <Stack mt="lg">
          {users.length > 1 && (
            <Select
              label={t('entry.lock.user')}
              data={users.map(({ name }) => name)}
              allowDeselect={false}
              value={userName}
              onChange={setUserName}
            />
          )}
          <PasswordField
            autoFocus
            autoComplete="current-password"
            label={t('entry.lock.password')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {unlock.isError && <ErrorNote error={unlock.error} />}
          <Group justify="space-between" mt="sm">
            <Anchor component="button" type="button" onClick={() => setIsForgotten(true)}>
              {t('entry.lock.forgot')}
            </Anchor>
            <Button type="submit" loading={unlock.isPending}>
              {t('entry.lock.submit')}
            </Button>
          </Group>
          <Anchor component="button" type="button" onClick={() => choose.mutate({ folder: null })} ta="start">
            {t('entry.lock.other')}
          </Anchor>
          {choose.isError && <ErrorNote error={choose.error} />}
        </Stack>
      </form>
    </EntryFrame>
  )
}
