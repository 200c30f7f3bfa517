//! The structs of the headers about running code.

use super::{Layout, pointee};
use pyrules::ffi;

layout! {
    // pystate.rs
    #[cfg(Py_2)]
    PyThreadState {
        next, interp, frame, recursion_depth, tracing, use_tracing, c_profilefunc, c_tracefunc, c_profileobj, c_traceobj,
        curexc_type, curexc_value, curexc_traceback, exc_type, exc_value, exc_traceback, dict, tick_counter,
        gilstate_counter, async_exc, thread_id, trash_delete_nesting, trash_delete_later,
    }
    // classobject.rs
    #[cfg(all(Py_2, not(Py_LIMITED_API)))]
    PyClassObject {
        cl_bases, cl_dict, cl_name, cl_getattr, cl_setattr, cl_delattr, cl_weakreflist,
    }
    #[cfg(all(Py_2, not(Py_LIMITED_API)))]
    PyInstanceObject {
        in_class, in_dict, in_weakreflist,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyMethodObject {
        im_func, im_self,
        #[cfg(Py_2)] im_class,
        im_weakreflist,
        #[cfg(Py_3_8)] vectorcall,
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyInstanceMethodObject {
        func,
    }
    // code.rs
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    PyCodeObject {
        co_argcount,
        #[cfg(Py_3_8)] co_posonlyargcount,
        #[cfg(Py_3)] co_kwonlyargcount,
        co_nlocals, co_stacksize, co_flags,
        #[cfg(Py_3_6)] co_firstlineno,
        co_code, co_consts, co_names, co_varnames, co_freevars, co_cellvars,
        #[cfg(all(Py_3, not(Py_3_7)))] co_cell2arg,
        #[cfg(Py_3_7)] co_cell2arg,
        co_filename, co_name,
        #[cfg(not(Py_3_6))] co_firstlineno,
        #[cfg(not(Py_3_10))] co_lnotab,
        #[cfg(Py_3_10)] co_linetable,
        co_zombieframe, co_weakreflist,
        #[cfg(Py_3_6)] co_extra,
        #[cfg(Py_3_8)] co_opcache_map,
        #[cfg(Py_3_8)] co_opcache,
        #[cfg(Py_3_8)] co_opcache_flag,
        #[cfg(Py_3_8)] co_opcache_size,
    }
    // compile.rs
    #[cfg(not(Py_LIMITED_API))]
    PyCompilerFlags {
        cf_flags,
        #[cfg(Py_3_8)] cf_feature_version,
    }
    // critical_section.rs
    #[cfg(any(all(Py_3_13, Py_GIL_DISABLED, not(Py_LIMITED_API)), Py_3_15))]
    PyCriticalSection {
        _cs_prev, _cs_mutex,
    }
    #[cfg(any(all(Py_3_13, Py_GIL_DISABLED, not(Py_LIMITED_API)), Py_3_15))]
    PyCriticalSection2 {
        _cs_base, _cs_mutex2,
    }
    // datetime.rs
    #[cfg(not(Py_LIMITED_API))]
    PyDateTime_Delta {
        hashcode, days, seconds, microseconds,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyDateTime_TZInfo {
    }
    #[cfg(not(Py_LIMITED_API))]
    _PyDateTime_BaseTZInfo {
        hashcode, hastzinfo,
    }
    #[cfg(not(Py_LIMITED_API))]
    _PyDateTime_BaseTime {
        hashcode, hastzinfo, data,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyDateTime_Time {
        hashcode, hastzinfo, data,
        #[cfg(Py_3_6)] fold,
        tzinfo,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyDateTime_Date {
        hashcode, hastzinfo, data,
    }
    #[cfg(not(Py_LIMITED_API))]
    _PyDateTime_BaseDateTime {
        hashcode, hastzinfo, data,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyDateTime_DateTime {
        hashcode, hastzinfo, data,
        #[cfg(Py_3_6)] fold,
        tzinfo,
    }
    #[cfg(not(Py_LIMITED_API))]
    PyDateTime_CAPI {
        DateType, DateTimeType, TimeType, DeltaType, TZInfoType,
        #[cfg(Py_3_7)] TimeZone_UTC,
        Date_FromDate, DateTime_FromDateAndTime, Time_FromTime, Delta_FromDelta,
        #[cfg(Py_3_7)] TimeZone_FromTimeZone,
        DateTime_FromTimestamp, Date_FromTimestamp,
        #[cfg(Py_3_6)] DateTime_FromDateAndTimeAndFold,
        #[cfg(Py_3_6)] Time_FromTimeAndFold,
    }
    // fileobject.rs
    #[cfg(Py_2)]
    PyFileObject {
        f_fp, f_name, f_mode, f_close, f_softspace, f_binary, f_buf, f_bufend, f_bufptr, f_setbuf,
        f_univ_newline, f_newlinetypes, f_skipnextlf, f_encoding, f_errors, weakreflist,
        unlocked_count, readable, writable,
    }
    // frameobject.rs
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    PyTryBlock {
        b_type, b_handler, b_level,
    }
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    PyFrameObject {
        f_back, f_code, f_builtins, f_globals, f_locals, f_valuestack,
        #[cfg(not(Py_3_10))] f_stacktop,
        f_trace,
        #[cfg(Py_3_10)] f_stackdepth,
        #[cfg(not(Py_3_7))] f_exc_type,
        #[cfg(not(Py_3_7))] f_exc_value,
        #[cfg(not(Py_3_7))] f_exc_traceback,
        #[cfg(Py_3_7)] f_trace_lines,
        #[cfg(Py_3_7)] f_trace_opcodes,
        #[cfg(Py_2)] f_tstate,
        #[cfg(Py_3)] f_gen,
        f_lasti, f_lineno, f_iblock,
        #[cfg(all(Py_3, not(Py_3_10)))] f_executing,
        #[cfg(Py_3_10)] f_state,
        f_blockstack, f_localsplus,
    }
    // funcobject.rs
    #[cfg(all(not(Py_3_10), not(Py_LIMITED_API)))]
    PyFunctionObject {
        func_code, func_globals, func_defaults,
        #[cfg(Py_3)] func_kwdefaults,
        func_closure, func_doc, func_name, func_dict, func_weakreflist, func_module,
        #[cfg(Py_3)] func_annotations,
        #[cfg(Py_3)] func_qualname,
        #[cfg(Py_3_8)] vectorcall,
    }
    #[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
    PyFunctionObject {
        func_globals, func_builtins, func_name, func_qualname, func_code, func_defaults,
        func_kwdefaults, func_closure, func_doc, func_dict, func_weakreflist, func_module,
        func_annotations,
        #[cfg(Py_3_14)] func_annotate,
        #[cfg(Py_3_12)] func_typeparams,
        vectorcall,
        #[cfg(Py_3_11)] func_version,
    }
    // genobject.rs
    #[cfg(all(Py_3_7, not(Py_3_11), not(Py_LIMITED_API)))]
    _PyErr_StackItem {
        exc_type, exc_value, exc_traceback, previous_item,
    }
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    PyGenObject {
        gi_frame,
        #[cfg(Py_2)] gi_running,
        #[cfg(all(Py_3, not(Py_3_10)))] gi_running,
        gi_code, gi_weakreflist,
        #[cfg(Py_3)] gi_name,
        #[cfg(Py_3)] gi_qualname,
        #[cfg(Py_3_7)] gi_exc_state,
    }
    // initconfig.rs
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PyStatus {
        _type, func, err_msg, exitcode,
    }
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PyWideStringList {
        length, items,
    }
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PyPreConfig {
        _config_init, parse_argv, isolated, use_environment, configure_locale, coerce_c_locale,
        coerce_c_locale_warn,
        #[cfg(windows)] legacy_windows_fs_encoding,
        utf8_mode, dev_mode, allocator,
    }
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    PyConfig {
        _config_init, isolated, use_environment, dev_mode, install_signal_handlers, use_hash_seed,
        hash_seed, faulthandler,
        #[cfg(all(Py_3_9, not(Py_3_10)))] _use_peg_parser,
        tracemalloc,
        #[cfg(Py_3_12)] perf_profiling,
        #[cfg(Py_3_14)] remote_debug,
        import_time,
        #[cfg(Py_3_11)] code_debug_ranges,
        show_ref_count,
        #[cfg(not(Py_3_9))] show_alloc_count,
        dump_refs,
        #[cfg(Py_3_11)] dump_refs_file,
        malloc_stats, filesystem_encoding, filesystem_errors, pycache_prefix, parse_argv,
        #[cfg(Py_3_10)] orig_argv,
        argv,
        #[cfg(not(Py_3_10))] program_name,
        xoptions, warnoptions, site_import, bytes_warning,
        #[cfg(Py_3_10)] warn_default_encoding,
        inspect, interactive, optimization_level, parser_debug, write_bytecode, verbose, quiet,
        user_site_directory, configure_c_stdio, buffered_stdio, stdio_encoding, stdio_errors,
        #[cfg(windows)] legacy_windows_stdio,
        check_hash_pycs_mode,
        #[cfg(Py_3_11)] use_frozen_modules,
        #[cfg(Py_3_11)] safe_path,
        #[cfg(Py_3_12)] int_max_str_digits,
        #[cfg(Py_3_14)] thread_inherit_context,
        #[cfg(Py_3_14)] context_aware_warnings,
        #[cfg(all(Py_3_14, target_vendor = "apple"))] use_system_logger,
        #[cfg(Py_3_13)] cpu_count,
        #[cfg(Py_GIL_DISABLED)] enable_gil,
        #[cfg(all(Py_3_14, Py_GIL_DISABLED))] tlbc_enabled,
        #[cfg(Py_3_15)] lazy_imports,
        pathconfig_warnings,
        #[cfg(Py_3_10)] program_name,
        pythonpath_env, home,
        #[cfg(Py_3_10)] platlibdir,
        module_search_paths_set, module_search_paths,
        #[cfg(Py_3_11)] stdlib_dir,
        executable, base_executable, prefix, base_prefix, exec_prefix, base_exec_prefix,
        #[cfg(all(Py_3_9, not(Py_3_10)))] platlibdir,
        skip_source_first_line, run_command, run_module, run_filename,
        #[cfg(Py_3_13)] sys_path_0,
        _install_importlib, _init_main,
        #[cfg(all(Py_3_9, not(Py_3_12)))] _isolated_interpreter,
        #[cfg(Py_3_11)] _is_python_build,
        #[cfg(all(Py_3_9, not(Py_3_10)))] _orig_argv,
        #[cfg(all(Py_3_13, Py_STATS))] _pystats,
        #[cfg(all(Py_3_13, Py_DEBUG))] run_presite,
    }
    // lock.rs
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    PyMutex {
        _bits,
    }
    // memoryobject.rs
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    _PyManagedBufferObject {
        flags, exports, master,
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyMemoryViewObject {
        mbuf, hash, flags, exports, view, weakreflist, ob_array,
    }
    #[cfg(Py_2)]
    PyMemoryViewObject {
        base, view,
    }
    // objimpl.rs
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyObjectArenaAllocator {
        ctx, alloc, free,
    }
    // pybuffer.rs
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    Py_buffer {
        buf, obj, len, itemsize, readonly, ndim, format, shape, strides, suboffsets,
        #[cfg(Py_2)] smalltable,
        internal,
    }
    // pylifecycle.rs
    #[cfg(all(Py_3_12, not(Py_LIMITED_API)))]
    PyInterpreterConfig {
        use_main_obmalloc, allow_fork, allow_exec, allow_threads, allow_daemon_threads,
        check_multi_interp_extensions, gil,
    }
    // pymem.rs
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    PyMemAllocatorEx {
        ctx, malloc, calloc, realloc, free,
    }
    // pythread.rs
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    Py_tss_t {
        _is_initialized,
        #[cfg(not(windows))] _key,
        #[cfg(windows)] _key,
    }
    // structseq.rs
    PyStructSequence_Field {
        name, doc,
    }
    PyStructSequence_Desc {
        name, doc, fields, n_in_sequence,
    }
    // traceback.rs
    #[cfg(not(Py_LIMITED_API))]
    PyTracebackObject {
        tb_next, tb_frame, tb_lasti, tb_lineno,
    }
    // weakrefobject.rs
    #[cfg(not(Py_LIMITED_API))]
    PyWeakReference {
        wr_object, wr_callback, hash, wr_prev, wr_next,
        #[cfg(Py_3_11)] vectorcall,
        #[cfg(Py_GIL_DISABLED)] weakrefs_lock,
    }
}
