//! What the module needs to stand without the standard library, whose memory and messages of panics are a tenth of it.

use core::panic::PanicInfo;

use partner_center_rules_arena::Arena;

#[global_allocator]
pub(crate) static MEMORY: Arena = Arena::new();

/// The facade replaces an instance that traps. Nobody could read a message.
#[panic_handler]
fn trap(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
