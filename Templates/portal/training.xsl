<?xml version="1.0" encoding="UTF-8"?>
<!-- A member's own training: each programme with a bar for each module, what does not count and why, certificates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/training.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:if test="not(participant)"><p><xsl:value-of select="f:message('training.none')"/></p></xsl:if>
    <xsl:apply-templates select="participant"/>
    <xsl:if test="participant[@programme = 'SM']/certificate"><p class="way"><a href="/mina-sidor/medling"><xsl:value-of select="f:message('member.mediation')"/></a></p></xsl:if>
  </xsl:template>

  <xsl:template match="participant">
    <section class="card" aria-labelledby="{@programme}">
      <h2 id="{@programme}"><xsl:value-of select="f:message(concat('programme.', @programme))"/></h2>
      <xsl:if test="@started"><p class="soft"><xsl:value-of select="f:message('progress.started', 'day', string(@started))"/><xsl:if test="@provider"><xsl:text> </xsl:text><xsl:value-of select="f:message('training.provider', 'provider', string(@provider))"/></xsl:if><xsl:if test="@withdrawn"><xsl:text> </xsl:text><xsl:value-of select="f:message('participant.withdrawn', 'day', string(@withdrawn))"/></xsl:if></p></xsl:if>
      <xsl:call-template name="so-far"/>
      <xsl:call-template name="modules"/>
      <xsl:for-each select="certificate">
        <h3><xsl:value-of select="f:message('provider.certificate')"/></h3>
        <p><span class="nowrap"><xsl:value-of select="@number"/></span><xsl:text> </xsl:text><xsl:call-template name="standing"/><br/><span class="small soft"><xsl:value-of select="concat(f:message('statement.issued'), ' ', @issued, ' · ', f:message('statement.code'), ' ')"/><span class="code"><xsl:value-of select="@code"/></span></span></p>
        <xsl:call-template name="certificate-files"><xsl:with-param name="folder">/mina-sidor/dokument</xsl:with-param></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="note">
        <h3><xsl:value-of select="f:message('progress.notes')"/></h3>
        <ul><xsl:for-each select="note"><li><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template><xsl:text>, </xsl:text><xsl:value-of select="@module"/><xsl:text> (</xsl:text><xsl:call-template name="length"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template><xsl:text>): </xsl:text><xsl:if test="@leader"><xsl:value-of select="concat(@leader, ': ')"/></xsl:if><xsl:value-of select="."/></li></xsl:for-each></ul>
        <p class="small soft"><xsl:value-of select="f:message('training.notes')"/></p>
      </xsl:if>
    </section>
  </xsl:template>
</xsl:stylesheet>
