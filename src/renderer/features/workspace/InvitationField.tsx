// The invitation that came as a file.
import { Button, Group, Input, TextInput } from '@mantine/core'
import { useShell } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { RequiredLabel } from '#renderer/ui/FormModal.tsx'
import type { DoorForm } from './join-forms.ts'

export function InvitationField({ form }: { readonly form: DoorForm }) {
  const t = useT()
  const choose = useAction(useShell().chooseFile(), { onDone: (chosen) => chosen && form.setFieldValue('file', chosen) })
  return (
    <Input.Wrapper
      label={<RequiredLabel>{t('joining.file')}</RequiredLabel>}
      description={t('joining.file_hint')}
      labelElement="div"
      error={form.errors['file']}
    >
      <Group gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          readOnly
          aria-label={t('joining.file')}
          value={form.values.file?.name ?? t('joining.file_none')}
          error={form.errors['file'] !== undefined}
        />
        {/* By its path the form finds where to lead the focus. */}
        <Button variant="default" data-path="file" onClick={() => choose.mutate({ kind: 'invitation' })}>
          {t('joining.file_choose')}
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
