//! Memory for a WebAssembly module in which nothing lives from one call to the next.
//!
//! Taking memory moves a mark, and giving it back is nothing, so that the compiler drops all code that would. What the first
//! call takes after a call has ended (`Arena::end_call`) is taken from the beginning again: what that call returned lives
//! until then, and its caller has read it by then.

#![cfg(target_arch = "wasm32")]
#![no_std]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::cell::Cell;
use core::ptr::{copy_nonoverlapping, null_mut, with_exposed_provenance_mut};

const PAGE: usize = 65_536;

unsafe extern "C" {
    /// Where the linker has put the end of everything else.
    static __heap_base: u8;
}

/// The allocator. There is one in a module, as its `#[global_allocator]`.
#[derive(Debug)]
pub struct Arena {
    /// Where the next memory is taken from; 0: from the beginning.
    mark: Cell<usize>,
}

// SAFETY: a module without atomics has one thread.
unsafe impl Sync for Arena {}

impl Arena {
    /// All memory that is left.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it is made where only constants are")]
    pub const fn new() -> Self {
        Self { mark: Cell::new(0) }
    }

    /// Nothing that was taken is needed any more, but for what the call returns, until memory is taken again. What is
    /// returned may still become shorter.
    pub fn end_call(&self) {
        self.mark.set(0);
    }

    /// Moves the mark to the end of so many bytes from a place, if there is memory.
    fn take(&self, start: usize, size: usize) -> Option<*mut u8> {
        let end = start.checked_add(size)?;
        let missing = end.div_ceil(PAGE).saturating_sub(memory_size(0));
        if missing > 0 && memory_grow(0, missing) == usize::MAX {
            return None;
        }
        self.mark.set(end);
        Some(with_exposed_provenance_mut(start))
    }
}

// SAFETY: memory between `__heap_base` and its end is nobody else's. What is taken begins at or after the mark, aligned, and
// the mark moves to its end.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let mark = match self.mark.get() {
            0 => (&raw const __heap_base).expose_provenance(),
            mark => mark,
        };
        mark.checked_next_multiple_of(layout.align())
            .and_then(|start| self.take(start, layout.size()))
            .unwrap_or(null_mut())
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size <= layout.size() {
            return memory;
        }
        let start = memory.expose_provenance();
        if start.wrapping_add(layout.size()) == self.mark.get() {
            return self.take(start, size).unwrap_or(null_mut());
        }
        // SAFETY: the caller vouches for the size and the alignment.
        let moved = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !moved.is_null() {
            // SAFETY: both are at least so long, and the new one begins after the old one ends.
            unsafe { copy_nonoverlapping(memory, moved, layout.size()) };
        }
        moved
    }
}
