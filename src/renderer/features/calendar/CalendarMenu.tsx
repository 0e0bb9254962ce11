// What else the calendar can do: calendar files in and out, and the way to the working time.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useClient, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AppError } from '#shared/base/app-error.ts'
import { ImportFile } from './ImportFile.tsx'
import type { DayRange } from './use-calendar-address.ts'

interface CalendarMenuProps {
  readonly range: DayRange
  readonly people: readonly string[]
  readonly me: string
}

export function CalendarMenu({ range, people, me }: CalendarMenuProps) {
  const t = useT()
  const navigate = useNavigate()
  const shell = useShell()
  const { api, queryClient, quietLine } = useClient()
  const [file, setFile] = useState<string | null>(null)
  const chooseFile = useAction(shell.chooseFile())
  const chooseTarget = useAction(shell.chooseTarget())

  const write = async () => {
    const target = await chooseTarget.mutateAsync({ kind: 'ics', suggestedName: t('calendar.file_name', { ...range }) })
    if (target === null) return
    const { count } = await queryClient.fetchQuery({
      ...api.calendarFiles.export({ target: target.file, ...range, ownerIds: [...people] }),
      staleTime: 0,
    })
    quietLine.say(t('calendar.exported', { count, name: target.name }), null)
  }
  const saveFile = () =>
    void write().catch((error: unknown) => {
      // A dialog that could not open has been told in the quiet line by its own action.
      if (error instanceof AppError) quietLine.fail(error)
      else throw error
    })
  const openFile = () => chooseFile.mutate({ kind: 'ics' }, { onSuccess: (chosen) => setFile(chosen?.file ?? null) })

  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={32} aria-label={t('calendar.menu')}>
            <IconDots size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={openFile}>{t('calendar.import')}</Menu.Item>
          <Menu.Item onClick={saveFile}>{t('calendar.export')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void navigate('/settings/working-time')}>{t('calendar.settings')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {file !== null && <ImportFile file={file} me={me} onClose={() => setFile(null)} />}
    </>
  )
}
