<?xml version="1.0" encoding="UTF-8"?>
<!-- What came of a file, row by row, and the refused rows to mend. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">


  <xsl:template match="import">
    <section class="card" id="result">
      <div role="status"><h2><xsl:value-of select="f:message('import.result', 'stored', string(@stored), 'unchanged', string(@unchanged), 'rejected', string(@rejected))"/></h2></div>
      <xsl:if test="row">
        <p><xsl:value-of select="f:message('import.mend')"/></p>
        <p><a class="button plain" href="{@rejects}" download="{f:message('import.file')}"><xsl:value-of select="f:message('import.download')"/></a></p>
        <table class="stack">
          <thead><tr><th scope="col"><xsl:value-of select="f:message('import.row')"/></th><th scope="col"><xsl:value-of select="f:message('import.column')"/></th><th scope="col"><xsl:value-of select="f:message('import.why')"/></th></tr></thead>
          <tbody><xsl:for-each select="row"><tr><th scope="row"><xsl:value-of select="f:message('import.row-number', 'number', string(@number))"/></th><td class="code"><xsl:value-of select="@column"/></td><td><xsl:value-of select="."/></td></tr></xsl:for-each></tbody>
        </table>
        <xsl:if test="@kept"><p><xsl:value-of select="f:message('import.cut', 'kept', f:amount(string(@kept)), 'rejected', f:amount(string(@rejected)))"/></p></xsl:if>
        <xsl:if test="@hidden"><p><xsl:value-of select="f:message('import.hidden', 'count', string(@hidden))"/></p></xsl:if>
      </xsl:if>
      <xsl:if test="note">
        <h3><xsl:value-of select="f:message('import.notes')"/></h3>
        <ul><xsl:for-each select="note"><li><xsl:value-of select="concat(f:message('import.row-number', 'number', string(@number)), ': ', .)"/></li></xsl:for-each></ul>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- What a file of each kind has in it. -->
  <xsl:template name="columns">
    <section class="card">
      <h2><xsl:value-of select="f:message('import.columns')"/></h2>
      <p><xsl:value-of select="f:message('import.columns-lead')"/></p>
      <dl class="facts">
        <xsl:for-each select="columns">
          <xsl:variable name="kind" select="f:message(concat('import.', @kind))"/>
          <dt><xsl:value-of select="$kind"/></dt>
          <dd><a href="{@template}" download="{@kind}.csv" aria-label="{f:message('import.template-of', 'kind', $kind)}"><xsl:value-of select="f:message('import.template')"/></a><br/><span class="code small"><xsl:value-of select="."/></span></dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>
</xsl:stylesheet>
