/** What can be done to a name at the desk: another name, merging, splitting; each with a reason. */
import type { EntityDetail } from '../../store/site_entities.js';
import { say } from '../language.js';
import { ReasonField } from './act_reason.js';
import type { Desk } from './desk.js';
import { Field } from './field.js';
import { DeskForm, Section } from './form_pieces.js';

/** Letters of a name at most. */
export const NAME_MAX = 120;

/** Where the desk shows a name. */
export function deskHref(id: string): string {
  return `/admin/entities/${encodeURIComponent(id)}`;
}

interface FormProps {
  readonly entity: EntityDetail;
  readonly desk: Desk;
}

export function Rename({ entity, desk }: FormProps) {
  return (
    <Section
      id="rn"
      title={say('تغییر نام', 'Another name')}
      note={say('در همهٔ صفحه‌ها؛ متن ناشران همان می‌ماند', 'on all pages; publishers’ texts stay as they are')}
    >
      <DeskForm desk={desk} action={`${deskHref(entity.id)}/rename`} text={say('تغییر بده', 'Rename')}>
        <Field
          desk={desk}
          name="name"
          label={say('نام', 'Name')}
          value={entity.name}
          required
          max={NAME_MAX}
        />
        <ReasonField desk={desk} id="rename-note" />
      </DeskForm>
    </Section>
  );
}

export function Merge({ entity, desk }: FormProps) {
  return (
    <Section
      id="mg"
      title={say('یکی کردن', 'Merge')}
      note={say(
        'همهٔ گفته‌ها و تماس‌های این نام، و آنچه بعد بیاید، به نام دیگر می‌رود',
        'all statements and contacts of this name, and those to come, go to the other',
      )}
    >
      <DeskForm
        desk={desk}
        action={`${deskHref(entity.id)}/merge`}
        text={say('یکی کن', 'Merge')}
        look="danger"
      >
        <Field
          desk={desk}
          name="into"
          label={say('شناسه یا نشانی نام دیگر', 'Id or address of the other name')}
          required
          ltr
          max={300}
          pick="id"
          hint={say(
            'مانند per.lavrov؛ با نوشتن چند حرف از نام پیشنهاد می‌شود.',
            'Like per.lavrov; a few letters of the name bring offers.',
          )}
        />
        <ReasonField desk={desk} id="merge-note" />
      </DeskForm>
    </Section>
  );
}

export function Split({ entity, desk }: FormProps) {
  return (
    <Section
      id="sp"
      title={say('جدا کردن', 'Split')}
      note={say('در این گزارش‌ها نام از آنِ کس دیگری است', 'in these reports the name means somebody else')}
    >
      <DeskForm
        desk={desk}
        action={`${deskHref(entity.id)}/split`}
        text={say('جدا کن', 'Split')}
        look="danger"
      >
        <Field
          desk={desk}
          name="other"
          label={say('نام آن دیگری', 'The other’s name')}
          required
          max={NAME_MAX}
        />
        <Field
          desk={desk}
          name="articles"
          label={say('شمارهٔ گزارش‌ها', 'Numbers of reports')}
          required
          ltr
          max={2000}
          hint={say(
            'با فاصله از هم؛ از نشانی گزارش‌ها.',
            'With blanks between them; from the addresses of reports.',
          )}
        />
        <ReasonField desk={desk} id="split-note" />
      </DeskForm>
    </Section>
  );
}
