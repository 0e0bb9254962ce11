// Takes the holidays of a calendar file (.ics) into the working calendar, after saying how many they are.
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useClient, useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { AppError } from '#shared/base/app-error.ts'
import { holidaysOf } from '#shared/calendar/holidays-of-file.ts'
import type { CalendarDay } from '#shared/calendar/working-time.ts'

/** The most days that are set at once. */
const MOST = 400

export function HolidayFile({ year }: { readonly year: number }) {
  const t = useT()
  const { api, queryClient, quietLine } = useClient()
  const [days, setDays] = useState<readonly CalendarDay[] | null>(null)
  const chooseFile = useAction(useShell().chooseFile())
  const put = useAction(api.workingTime.putDays(), {
    said: ({ count }) => t('working_time.said.put', { count }),
    errors: 'caller',
    onDone: () => setDays(null),
  })
  const read = async () => {
    const chosen = await chooseFile.mutateAsync({ kind: 'ics' })
    if (chosen === null) return
    const { entries } = await queryClient.fetchQuery({ ...api.calendarFiles.preview({ file: chosen.file }), gcTime: 0 })
    setDays(holidaysOf(entries, year).slice(0, MOST))
  }
  const count = days?.length ?? 0

  return (
    <Group>
      <Button
        variant="default"
        loading={chooseFile.isPending}
        onClick={() =>
          void read().catch((error: unknown) => {
            if (!(error instanceof AppError)) throw error
            quietLine.fail(error)
          })
        }
      >
        {t('working_time.from_file')}
      </Button>
      {days && (
        <FormModal
          isOpen
          size="sm"
          title={t('working_time.from_file.title')}
          submitLabel={t('working_time.from_file.submit', { count })}
          isBusy={put.isPending}
          error={put.error}
          onClose={() => setDays(null)}
          onSubmit={(event) => {
            event?.preventDefault()
            if (count === 0) setDays(null)
            else put.mutate({ days: [...days] })
          }}
        >
          {t('working_time.from_file.text', {
            off: days.filter(({ kind }) => kind === 'off').length,
            working: days.filter(({ kind }) => kind === 'working').length,
          })}
        </FormModal>
      )}
    </Group>
  )
}
