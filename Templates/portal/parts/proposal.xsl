<?xml version="1.0" encoding="UTF-8"?>
<!-- The forms in which a draft can be had, and what is found in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">


  <xsl:template name="forms-of">
    <xsl:param name="name"/>
    <ul class="links formats">
      <li><a href="/forslag/utkast/{$name}.html" aria-label="{f:message('policy.preview')}, {$name}"><xsl:value-of select="f:message('policy.preview')"/></a></li>
      <li><a href="/forslag/utkast/{$name}.pdf" aria-label="PDF, {$name}">PDF</a></li>
      <li><a href="/forslag/utkast/{$name}.docx" aria-label="Word, {$name}">Word</a></li>
      <li><a href="/forslag/utkast/{$name}.txt" aria-label="Text, {$name}">Text</a></li>
      <li><a href="/forslag/utkast/{$name}.akn" aria-label="Akoma Ntoso, {$name}">Akoma Ntoso</a></li>
      <li><a href="/forslag/utkast/{$name}.xml" aria-label="XML, {$name}">XML</a></li>
    </ul>
  </xsl:template>

  <xsl:template name="findings">
    <span class="states">
      <xsl:if test="@errors"><span class="state off"><xsl:value-of select="f:message('policy.errors', 'count', string(@errors))"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@warnings"><span class="state idle"><xsl:value-of select="f:message('policy.warnings', 'count', string(@warnings))"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@notes"><span class="state idle"><xsl:value-of select="f:message('policy.notes', 'count', string(@notes))"/></span></xsl:if>
    </span>
  </xsl:template>
</xsl:stylesheet>
