import { say } from '../language.js';

/** Says, where no scripts run, that they are needed for this and not for reading. */
export function NeedsScript() {
  return (
    <noscript>
      <p class="note-box">
        {say(
          'این کار در مرورگر شما انجام می‌شود و به جاوااسکریپت نیاز دارد. خواندن خبرها بی آن هم می‌شود.',
          'This happens in your browser and needs JavaScript. Reading works without it.',
        )}
      </p>
    </noscript>
  );
}
