// What is denied on the newest day of a site (or on the day that is named), who says so and where it stands:
//   npm run build && node dist/examples/denials_today.js http://localhost:8080 1404/09/24
import { createSanad, each } from './sanad_client.js';

const [baseUrl = 'http://localhost:8080', named] = process.argv.slice(2);
const sanad = createSanad({ baseUrl });
const [newest] = named === undefined ? (await sanad.listStatements({ limit: 1 })).items : [];
const day = named ?? newest?.at.jalali.slice(0, 10) ?? '1404/01/01';
for await (const { at, speakers, content, outlet } of each(sanad.listStatements, {
  stance: 'deny',
  from: day,
  to: day,
})) {
  console.log(`${at.jalali}  ${speakers[0]?.name ?? '؟'}: ${content.words} – ${outlet?.name ?? '؟'}`);
}
