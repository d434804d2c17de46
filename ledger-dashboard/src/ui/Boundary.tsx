import { Component, type ReactNode } from 'react';
import { ErrorPanel } from './Panel';

/** Keeps the fault of one part of a page from taking the others along. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? (
      this.props.children
    ) : (
      <div className="card">
        <ErrorPanel
          error={this.state.error}
          onRetry={() => {
            this.setState({ error: null });
          }}
        />
      </div>
    );
  }
}
