import type { Command } from 'commander';
import type { Config } from '../config.js';
import type { Surroundings } from './surroundings.js';

/** The commands that keep an installation sound. */
export function addUpkeep(program: Command, config: () => Config, surroundings: Surroundings): void {
  program
    .command('backup')
    .description('write everything to a new folder, while the program goes on working')
    .argument('<folder>', 'new or empty folder')
    .action(async (folder: string) => {
      const { makeBackup } = await import('./backup.js');
      await makeBackup(folder, config(), surroundings);
    });
  program
    .command('restore')
    .description('load a backup into an empty database; all or nothing')
    .argument('<folder>', 'folder that "sanad backup" made')
    .action(async (folder: string) => {
      const { restoreBackup } = await import('./backup.js');
      await restoreBackup(folder, config());
    });
  program
    .command('archive')
    .description('write all stored pages into a WARC file, which "sanad add" reads')
    .argument('<file>', 'new file, its name ending in .warc.gz')
    .action(async (file: string) => {
      const { archive } = await import('./archive.js');
      await archive(file, config(), surroundings);
    });
  program
    .command('verify')
    .description(
      'check stored bytes against their hashes, spans against their words, rows against each other',
    )
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { verify } = await import('./backup.js');
      await verify({ json: options.json ?? false }, config());
    });
  program
    .command('doctor')
    .description('say in words what is wrong with this installation')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }) => {
      const { doctor } = await import('./doctor.js');
      await doctor({ json: options.json ?? false }, config(), surroundings);
    });
}
