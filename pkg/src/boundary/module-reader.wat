;; Reads the module from its text. In JavaScript that is the longest part of the first call, since nothing has optimised it yet.
(module
  (memory (export "memory") 1)

  ;; Turns the text at the start of the memory into the bytes that the build made it of, which are not longer, and gives their
  ;; number. A mark before a character moves it to the next block of 91.
  (func (export "read") (param $end i32) (result i32)
    (local $at i32)
    (local $length i32)
    (local $code i32)
    (local $block i32)
    (loop $next
      (if (i32.lt_u (local.get $at) (local.get $end))
        (then
          (local.set $code (i32.load8_u (local.get $at)))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          ;; The marks: ! and #, which differ in one bit.
          (if (i32.eq (i32.or (local.get $code) (i32.const 2)) (i32.const 35))
            (then
              (local.set $block
                (select (i32.const 91) (i32.const 182) (i32.eq (local.get $code) (i32.const 33))))
              (br $next)))
          (i32.store8
            (local.get $length)
            (i32.add
              (local.get $block)
              ;; A space stands for the backslash.
              (select
                (i32.const 56)
                (i32.sub (local.get $code) (i32.const 36))
                (i32.eq (local.get $code) (i32.const 32)))))
          (local.set $length (i32.add (local.get $length) (i32.const 1)))
          (local.set $block (i32.const 0))
          (br $next))))
    (local.get $length)))
