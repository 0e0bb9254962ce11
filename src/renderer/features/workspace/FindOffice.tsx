// Which office it is, and what it lets this computer in by: the code that it shows, or a file that it made.
import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import type { AppError } from '#shared/base/app-error.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { InvitationField } from './InvitationField.tsx'
import { type DoorForm, doorKeyOf, type PairedOffice } from './join-forms.ts'
import { OfficeAddress } from './OfficeAddress.tsx'
import { useOfficesNearby } from './use-offices-nearby.ts'

interface FindOfficeProps {
  readonly form: DoorForm
  /** What has opened already. */
  readonly letInBy: string | null
  readonly onLetIn: (office: PairedOffice, by: string) => void
  /** With what has opened already. */
  readonly onContinue: () => void
  readonly onBack: () => void
}

export function FindOffice({ form, letInBy, onLetIn, onContinue, onBack }: FindOfficeProps) {
  const t = useT()
  const { network } = useApi()
  const nearby = useOfficesNearby()
  const { values } = form
  // Whoever began to type an address goes on typing when one is heard.
  const chosen = values.chosen ?? (values.typed === '' ? nearby.addresses[0] : undefined) ?? ''
  const key = doorKeyOf(values, chosen === '' ? values.typed : chosen)
  const isLetIn = letInBy === key

  const complain = (field: 'typed' | 'code', text: string) => {
    form.setFieldError(field, text)
    form.getInputNode(field)?.focus()
  }
  const showBeside = (error: AppError) => {
    const field = fieldOf(error)
    if (field !== null) complain(field, errorText(t, error).text)
  }
  const rest = { errors: 'caller', onDone: (office: PairedOffice) => onLetIn(office, key) } as const
  const pair = useAction(network.pair(), rest)
  const pairByFile = useAction(network.pairByFile(), rest)
  const isBusy = pair.isPending || pairByFile.isPending
  const error = values.way === 'code' ? pair.error : pairByFile.error

  const submit = form.onSubmit(
    ({ way, typed, code, file, name }) => {
      if (isLetIn) return onContinue()
      if (way === 'code' && chosen === '' && typed.trim() === '') return complain('typed', t('sync.address.empty'))
      form.setFieldValue('chosen', chosen)
      if (way === 'file') pairByFile.mutate({ path: file?.file ?? '', name })
      else pair.mutate({ address: chosen === '' ? typed : chosen, code, name }, { onError: showBeside })
    },
    (errors) => form.getInputNode(Object.keys(form.values).find((name) => name in errors) ?? '')?.focus(),
  )
  return (
    <EntryFrame title={t('joining.title')} text={t('joining.text')} step={t('entry.step', { step: 2, steps: 5 })}>
      <form noValidate onSubmit={submit}>
        <Stack mt="lg">
          <SegmentedControl
            aria-label={t('joining.way')}
            value={values.way}
            onChange={(way) => form.setFieldValue('way', way)}
            data={[
              { value: 'code', label: t('joining.way_code') },
              { value: 'file', label: t('joining.way_file') },
            ]}
          />
          {values.way === 'file' ? (
            <InvitationField form={form} />
          ) : (
            <>
              <OfficeAddress form={form} nearby={nearby} chosen={chosen} />
              <TextInput
                label={<RequiredLabel>{t('joining.code')}</RequiredLabel>}
                description={t('joining.code_hint')}
                autoFocus
                inputMode="numeric"
                autoComplete="off"
                spellCheck={false}
                {...form.getInputProps('code')}
              />
            </>
          )}
          <TextInput
            label={<RequiredLabel>{t('joining.name')}</RequiredLabel>}
            description={t('joining.name_hint')}
            readOnly={isLetIn}
            {...form.getInputProps('name')}
          />
          {isLetIn && <Text role="status">{t('joining.let_in')}</Text>}
          {error !== null && isAboutTheWay(error) && <ErrorNote error={error} />}
          <Group justify="space-between" mt="sm">
            {isBusy ? (
              <Button variant="default" onClick={values.way === 'code' ? pair.cancel : pairByFile.cancel}>
                {t('base.cancel')}
              </Button>
            ) : (
              <Button variant="default" onClick={onBack}>
                {t('base.back')}
              </Button>
            )}
            <Button type="submit" loading={isBusy}>
              {t('base.continue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EntryFrame>
  )
}

const isAboutTheWay = (error: AppError): boolean => error.code !== 'cancelled' && fieldOf(error) === null

/** The field that a refusal is about; the others are about the way there. */
const fieldOf = ({ messageKey }: AppError): 'typed' | 'code' | null => {
  if (messageKey.startsWith('sync.address.')) return 'typed'
  return ['sync.pairing.code_shape', 'sync.pairing.wrong_code'].includes(messageKey) ? 'code' : null
}
