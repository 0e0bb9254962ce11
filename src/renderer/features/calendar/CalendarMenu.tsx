// What else the calendar can do: calendar files in and out, and the way to the working time.
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useApi, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useSaveCalendarFile } from '#renderer/features/activities/use-save-calendar-file.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
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
  const api = useApi()
  const save = useSaveCalendarFile()
  const [file, setFile] = useState<string | null>(null)
  const chooseFile = useAction(useShell().chooseFile())

  const saveFile = () =>
    save({
      suggestedName: t('calendar.file_name', { ...range }),
      write: (target) => api.calendarFiles.export({ target, ...range, ownerIds: [...people] }),
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
