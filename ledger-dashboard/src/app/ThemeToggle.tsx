import { say } from '../messages/english';
import { Icon, type IconName } from '../ui/Icon';
import { classes } from '../ui/classes';
import { chooseTheme, useTheme, type Theme } from './theme';

const icons: Readonly<Record<Theme, IconName>> = { system: 'screen', light: 'sun', dark: 'moon' };
const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeToggle() {
  const theme = useTheme();
  return (
    <div role="group" aria-label={say.shell.theme} className="flex rounded-lg bg-sunken p-0.5">
      {themes.map((each) => (
        <button
          key={each}
          type="button"
          aria-label={say.shell.themes[each]}
          aria-pressed={theme === each}
          title={say.shell.themes[each]}
          onClick={() => {
            chooseTheme(each);
          }}
          className={classes(
            'grid size-7 place-items-center rounded-md',
            theme === each ? 'bg-surface text-ink shadow-card' : 'text-muted hover:text-ink',
          )}
        >
          <Icon name={icons[each]} />
        </button>
      ))}
    </div>
  );
}
