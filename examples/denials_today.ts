// What is denied today (or on the day that is named), who says so and where it stands:
//   npm run build && node dist/examples/denials_today.js http://localhost:8080 1404/09/24
import { createSanad, each } from './sanad_client.js';

const [baseUrl = 'http://localhost:8080', day] = process.argv.slice(2);
const today = day ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tehran' }).format(new Date());
const denials = each(createSanad({ baseUrl }).listStatements, { stance: 'deny', from: today, to: today });
for await (const { at, speakers, content, outlet } of denials) {
  console.log(`${at.jalali}  ${speakers[0]?.name ?? '؟'}: ${content.words} – ${outlet?.name ?? '؟'}`);
}
