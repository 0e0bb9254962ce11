// The rules of the public pool. Before they become stricter, the number of customers that would go is shown and has to be agreed to.
import { Button, Group, NumberInput, Stack, Switch, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { useRecordForm } from '#renderer/ui/use-record-form.ts'
import { type PoolSettings, poolSettings } from '#shared/customers/pool.ts'
import { numbersDue } from './numbers-due.ts'

const PAUSE_MS = 400

/** A number field that is empty or half typed holds a text, which the schema refuses beside the field. */
interface RuleValues extends Record<string, unknown> {
  isOn: boolean
  idleDays: number | string
  cap: number | string
}

const valuesOf = ({ isOn, idleDays, cap }: PoolSettings): RuleValues => ({ isOn, idleDays, cap: cap ?? '' })

export function PoolRules({ pool }: { readonly pool: PoolSettings }) {
  const t = useT()
  const api = useApi()
  const [isAsking, setIsAsking] = useState(false)
  const { form, action, submit, field, modal } = useRecordForm({
    ...{ initialValues: valuesOf(pool), stored: valuesOf(pool) },
    // The rules are one value of the settings.
    always: ['isOn', 'idleDays', 'cap'],
    schema: poolSettings,
    action: api.pool.configure(),
    toInput: ({ isOn, idleDays, cap }) => ({ isOn, idleDays: Number(idleDays), cap: cap === '' ? null : Number(cap) }),
    said: () => t('pool.said.saved'),
    onDone: () => setIsAsking(false),
  })
  const { isOn, idleDays } = form.values
  const [settled] = useDebouncedValue(idleDays, PAUSE_MS)
  const asked = poolSettings.shape.idleDays.safeParse(settled)
  const isStricter = isOn && (!pool.isOn || Number(idleDays) < pool.idleDays)
  const forecast = useQuery({
    ...api.pool.forecast({ idleDays: asked.data ?? pool.idleDays }),
    enabled: isStricter && asked.success,
  })
  const isKnown = settled === idleDays && forecast.isSuccess
  const due = forecast.data ? numbersDue(forecast.data) : null

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isStricter && isKnown && due && due.total > 0 && !form.validate().hasErrors) setIsAsking(true)
    else submit(event)
  }
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        <Switch label={t('pool.is_on')} {...form.getInputProps('isOn', { type: 'checkbox' })} />
        <NumberInput
          label={t('pool.idle_days')}
          description={t('pool.idle_days_help')}
          allowDecimal={false}
          allowNegative={false}
          {...field('idleDays')}
        />
        <NumberInput
          label={t('pool.cap')}
          description={t('pool.cap_help')}
          placeholder={t('pool.unlimited')}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator=","
          {...field('cap')}
        />
        {isStricter && asked.success && (
          <Text role="status">
            {!isKnown || !due ? t('pool.counting') : due.total === 0 ? t('pool.nobody_due') : t('pool.would_go', due)}
          </Text>
        )}
        {forecast.isError && <ErrorNote error={forecast.error} onRetry={() => void forecast.refetch()} />}
        {action.isError && <ErrorNote error={action.error} />}
        <Group justify="flex-end">
          <Button
            type="submit"
            variant="default"
            disabled={!modal.unsaved.isDirty || (isStricter && asked.success && !isKnown)}
            loading={action.isPending}
          >
            {t('base.save')}
          </Button>
        </Group>
      </Stack>
      {due && (
        <ConfirmModal
          title={t(pool.isOn ? 'pool.confirm_days' : 'pool.confirm_on')}
          confirmLabel={t(pool.isOn ? 'pool.confirm_do_days' : 'pool.confirm_do_on')}
          isOpen={isAsking}
          isBusy={action.isPending}
          onConfirm={() => submit()}
          onClose={() => setIsAsking(false)}
        >
          {t('pool.confirm_text', due)}
        </ConfirmModal>
      )}
    </form>
  )
}
